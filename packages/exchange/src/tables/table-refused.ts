/** A file that is not read at all. The message is a sentence for the person who sent it, and none of theirs is in it. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused'
}
