/** Where the record is kept. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: string; readonly replicaUrl?: string }

/** Where the bytes of files are kept: in the folder `files` of the data directory, or in an S3-compatible bucket. */
export type FilesConfig =
  | { readonly kind: 'folder' }
  | {
      readonly kind: 's3'
      readonly bucket: string
      /** Put before every name; empty, or a path without slashes at its ends. */
      readonly prefix: string
      readonly region: string
      /** Origin of the service; left out for AWS itself. */
      readonly endpoint?: string
      /** Left out where the machine itself has access (a role of the instance). */
      readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
    }

/** `url`: the mail server; left out, messages are written as files where the product is tried out. */
export type MailConfig = { readonly url?: string; readonly from: string }

type SharedConfig = {
  /** 0 asks the system for a free port. */
  readonly port: number
  readonly host: string
  /** Absolute path. */
  readonly dataDir: string
  readonly isDev: boolean
  readonly nodeEnv: 'development' | 'production' | 'test'
  /** Origins under which browsers reach the site; empty: only the address it listens on. */
  readonly origins: readonly string[]
  /** Who publishes the record, for catalogues. */
  readonly publisher: string
  /** A mail address or a page, for questions about the data. */
  readonly contact?: string
  /** How mail is sent; left out: it is not, or (in demo mode) written as files. */
  readonly mail?: MailConfig
  readonly files: FilesConfig
  /** What editions are signed with, as text or as the path of a file that holds it; left out where the data directory keeps one. */
  readonly signingKey?: { readonly text: string } | { readonly file: string }
  /** The passphrase of backups; left out, they are not encrypted unless the command is given one. */
  readonly backupKey?: string
}

/** Tried out on one machine: reachable over loopback only, its secret is generated (see demo-secret.ts) unless given. */
export type DemoConfig = SharedConfig & {
  readonly mode: 'demo'
  readonly database: { readonly kind: 'embedded' }
  readonly secret?: string
}

export type ProductionConfig = SharedConfig & {
  readonly mode: 'production'
  readonly database: DatabaseConfig
  readonly secret: string
}

export type Config = DemoConfig | ProductionConfig

/** What is wrong with one variable of the environment; `variable` and `message` read as a sentence. */
export type ConfigProblem = { readonly variable: string; readonly message: string }
