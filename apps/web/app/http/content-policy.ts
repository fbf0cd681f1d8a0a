import { randomBytes } from 'node:crypto'

/** 128 random bits, new for every response. */
export const createNonce = (): string => randomBytes(16).toString('base64')

/**
 * The Content-Security-Policy of a page; `framedBy` says who may show it in a frame. Without a nonce the page may run no script at all, which is
 * the rule for public pages. Styles come from files only: a style attribute or element does nothing.
 */
export const buildContentPolicy = (nonce?: string, framedBy: "'none'" | '*' = "'none'"): string =>
  [
    "default-src 'none'",
    nonce ? `script-src 'nonce-${nonce}' 'strict-dynamic'` : "script-src 'none'",
    // Nothing of a page without script connects anywhere; those who check a site from its page fetch robots.txt through this.
    "connect-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
