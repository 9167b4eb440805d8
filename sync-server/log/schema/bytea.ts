import { customType } from 'drizzle-orm/pg-core'

/** Bytes as they are: `text` and `jsonb` would rewrite them or refuse NUL. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
