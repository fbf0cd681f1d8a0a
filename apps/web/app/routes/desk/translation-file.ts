const mostBytes = 6 * 1024 * 1024

export type TableFile = { readonly name: string; readonly base64: string }

/** The table in a form: the file that was chosen, or the one that was looked at, which the form has kept. */
export async function readTableFile(form: FormData): Promise<TableFile | 'none' | 'too-large'> {
  const [kept, name] = [form.get('base64'), form.get('name')]
  if (typeof kept === 'string' && kept !== '' && typeof name === 'string') return { name, base64: kept }
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '' || file.size === 0) return 'none'
  if (file.size > mostBytes) return 'too-large'
  return {
    name:
      file.name
        .replace(/[\p{Cc}/\\]/gu, ' ')
        .trim()
        .slice(-200) || 'table',
    base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
  }
}
