import { join } from 'node:path'

/** The log's file in a data folder. */
export const storeFile = (folder: string): string => join(folder, 'insaf.db')
