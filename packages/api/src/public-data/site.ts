/** What the operator says of the installation, for catalogues. */
export type Site = {
  /** Scheme and host under which readers reach it; null: that of each request. */
  readonly origin: string | null
  readonly publisher: string
  /** A mail address or a page; null where none is named. */
  readonly contact: string | null
}

export const getOrigin = ({ origin }: Pick<Site, 'origin'>, request: Request): string =>
  origin ?? new URL(request.url).origin
