/**
 * Writes and waits until it is out. Whoever reads may have gone (`waymark user list | head -1`): then the rest is
 * dropped and the command ends as it would have ended.
 */
export function printTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '' || stream.destroyed) return Promise.resolve()
  if (stream.listenerCount('error') === 0) stream.on('error', () => {})
  return new Promise((resolve) => stream.write(text, () => resolve()))
}

/** Without control characters, so that what a file or an account holds cannot steer the terminal. */
export const formatForTerminal = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out.
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')

/** JSON on one line. The control characters that JSON leaves as they are are escaped, which changes no value. */
export const formatJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
