import { z } from 'zod'

export type Environment = Readonly<Record<string, string | undefined>>

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a whole number from 0 to 65535')

const flag = z
  .enum(['0', '1', 'false', 'true'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true')

const databaseUrl = z
  .string()
  .refine(
    isDatabaseUrl,
    'must be the URL of a PostgreSQL database: postgres://user:password@host:5432/database',
  )

const origins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine(
    (values) => values.every(isOrigin),
    'must be one or more origins such as https://waymark.example, separated by commas, without a path',
  )

/** Every variable that the product reads, with its default. */
export const variables = {
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]_-]+$/, 'must be a host name or an address to listen on')
    .default('127.0.0.1'),
  WAYMARK_DATA: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  WAYMARK_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  WAYMARK_DEMO: flag.default(true),
  WAYMARK_DEV: flag.default(false),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production'),
  WAYMARK_ORIGIN: origins.default([]),
  WAYMARK_PUBLISHER: z
    .string()
    .max(200)
    .regex(/^[^\p{C}\n]+$/u, 'must be a name of at most 200 characters, on one line')
    .default('Waymark'),
  WAYMARK_CONTACT: z
    .string()
    .max(300)
    .refine(
      isContact,
      'must be an e-mail address or the address of a page, such as https://waymark.example/contact',
    )
    .optional(),
  WAYMARK_SMTP_URL: z
    .string()
    .refine(
      isMailServer,
      'must be the URL of a mail server: smtp://user:password@host:587 or smtps://host:465',
    )
    .optional(),
  WAYMARK_MAIL_FROM: z
    .string()
    .max(320)
    .regex(
      /^(?:[A-Za-z0-9 ._-]{1,60} <[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$/,
      'must be an e-mail address, such as waymark@example.org or Waymark <waymark@example.org>',
    )
    .optional(),
  WAYMARK_FILES: z
    .string()
    .refine(
      isBucketUrl,
      'must be a bucket such as s3://bucket?region=eu-central-1, with &endpoint=https://… for a service other than AWS and a path for a prefix; leave it out to keep files in the data directory',
    )
    .optional(),
  WAYMARK_SIGNING_KEY: z
    .string()
    .regex(
      /^PRIVATE\+KEY\+[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/,
      'must be a key as “waymark edition key --new NAME” prints it',
    )
    .optional(),
  WAYMARK_SIGNING_KEY_FILE: z.string().optional(),
  WAYMARK_BACKUP_KEY: z.string().min(12, 'must be a passphrase of 12 characters or more').optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
}

function isContact(value: string): boolean {
  return (
    /^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/.test(value) ||
    (/^https?:\/\/[^\s"<>]+$/.test(value) && URL.canParse(value))
  )
}

function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, pathname } = new URL(value)
  return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1
}

function isMailServer(value: string): boolean {
  if (!/^smtps?:\/\//.test(value) || !URL.canParse(value)) return false
  const { hostname, pathname, search, hash } = new URL(value)
  return hostname !== '' && /^\/?$/.test(pathname) && search === '' && hash === ''
}

function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value
}

const bucketParameters = ['region', 'endpoint']

function isBucketUrl(value: string): boolean {
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/|\?|$)/.test(value) || !URL.canParse(value)) return false
  const { searchParams, hash, pathname } = new URL(value)
  const endpoint = searchParams.get('endpoint')
  return (
    hash === '' &&
    /^[A-Za-z0-9/_-]*$/.test(pathname) &&
    [...searchParams.keys()].every((name) => bucketParameters.includes(name)) &&
    (searchParams.has('region') || endpoint !== null) &&
    (endpoint === null || isOrigin(endpoint.replace(/\/$/, '')))
  )
}
