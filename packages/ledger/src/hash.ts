import { hash } from 'node:crypto'

/** SHA-256 as 64 lower-case hexadecimal digits; a text is hashed as its UTF-8 bytes. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

export const isSha256 = (s: string): boolean => /^[0-9a-f]{64}$/.test(s)
