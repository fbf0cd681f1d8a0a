/** Why the embedded server cannot be had: each message says what, where, and what to do. */
export class ServerError extends Error {
  override readonly name: string = 'ServerError'
}

/** The folder holds something that is not ours. It was not touched. */
export class ForeignDirectoryError extends ServerError {
  override readonly name = 'ForeignDirectoryError'
}

/** The data were written by another major version of PostgreSQL. They were not touched. */
export class OtherMajorError extends ServerError {
  override readonly name = 'OtherMajorError'
}

/** A folder cannot be entered or written by the user whom the server runs as. */
export class UnreachableFolderError extends ServerError {
  override readonly name = 'UnreachableFolderError'
}

/** We run as root, PostgreSQL may not, and no other user could be found or made. */
export class NoSystemUserError extends ServerError {
  override readonly name = 'NoSystemUserError'
}

/** The kept password is gone or does not open the server. */
export class PasswordError extends ServerError {
  override readonly name = 'PasswordError'
}

/** A server of this data directory is alive and does not answer. It was left alone. */
export class SilentServerError extends ServerError {
  override readonly name = 'SilentServerError'
}

/** PostgreSQL could not be made or started; the message ends with what it wrote itself. */
export class ServerStartError extends ServerError {
  override readonly name = 'ServerStartError'
}
