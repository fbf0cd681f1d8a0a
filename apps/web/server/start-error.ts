/** One sentence for the operator about why the server did not start. */
export const formatStartError = (error: unknown, { host, port }: { host: string; port: number }): string => {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use by another program: stop it, or set PORT to another number.`
  }
  if (code === 'EACCES' && port < 1_024)
    return `Port ${port} is reserved for the system: set PORT to 1024 or more.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine.`
  return error instanceof Error ? error.message : String(error)
}
