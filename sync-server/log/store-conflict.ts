/** What a store reports when transactions met, by PostgreSQL's codes: 40001, 40P01, 23505. */
export class StoreConflict extends Error {
  readonly code: string
  constructor(code: string) {
    super(`transactions met: ${code}`)
    this.code = code
  }
}
