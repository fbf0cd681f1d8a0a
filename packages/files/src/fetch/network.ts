import { lookup } from 'node:dns/promises'

/**
 * How names become addresses and addresses connections. The product has one, below; that another can be given is for tests,
 * which cannot ask the public internet. What an address may be is decided outside of it, from what `resolve` answers.
 */
export type Network = {
  resolve(name: string): Promise<readonly string[]>
  /** Where to connect for an address that was allowed: there. */
  dial(address: string, port: number): { readonly host: string; readonly port: number }
}

export const publicNetwork: Network = {
  resolve: async (name) =>
    (await lookup(name, { all: true, order: 'ipv4first' })).map(({ address }) => address),
  dial: (address, port) => ({ host: address, port }),
}
