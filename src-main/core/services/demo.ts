export const makeDemo = (..._args: readonly unknown[]): never => { throw new Error('under way') }
