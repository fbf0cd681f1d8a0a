import { z } from 'zod'

/** A file of evidence: what it is, where it came from, and whether its bytes were whole when last read. */
export const fileView = z.strictObject({
  id: z.int(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  how: z.enum(['upload', 'capture']),
  url: z.string().nullable(),
  finalUrl: z.string().nullable(),
  status: z.int().nullable(),
  tool: z.string(),
  collectedAt: z.string(),
  collector: z.string(),
  /** The copy without metadata; null where no safe one could be made. */
  working: z.strictObject({ sha256: z.string(), bytes: z.int(), mediaType: z.string() }).nullable(),
  check: z.strictObject({ at: z.string(), fault: z.enum(['missing', 'altered']).nullable() }).nullable(),
  /** Items of evidence that name it. */
  items: z.int(),
})
export type FileView = z.infer<typeof fileView>

export const fileList = z.strictObject({
  files: z.array(fileView),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})

/** What happened to a file or an item, in order. */
export const custody = z.array(
  z.strictObject({
    seq: z.int(),
    at: z.string(),
    who: z.string(),
    action: z.string(),
    kind: z.string(),
  }),
)

const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  fingerprint: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
})

/**
 * What the server said beside a captured page: its headers, the redirects on the way, and the certificates of its name, its own first
 * and then each that vouches for the one before; `tls` is null for a page that came over http.
 */
export const served = z.object({
  headers: z.record(z.string(), z.string()),
  chain: z.array(z.object({ url: z.string(), status: z.int() })),
  tls: z.object({ protocol: z.string().nullable(), certificates: z.array(certificate) }).nullable(),
})
export type Served = z.infer<typeof served>

export const fileDetail = z.strictObject({ file: fileView, custody, served: served.nullable() })

/** A file that was taken in. `known`: the dossier had these bytes already, and keeps them once. */
export const keptFile = z.strictObject({ id: z.int(), known: z.boolean() })
export type KeptFile = z.infer<typeof keptFile>
