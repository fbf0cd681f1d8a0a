import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

/** A JSON-LD document as a graph. Its context must be its own: nothing is asked for over the network. */
export async function parseJsonLd(document: object): Promise<Store> {
  const quads = await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: (url) => Promise.reject(new Error(`The document asks for ${url}.`)),
  })
  return new Store(new Parser({ format: 'application/n-quads' }).parse(String(quads)))
}

/** Everything in which a graph breaks the shapes (Turtle): focus node, path and message of each. */
export async function listViolations(graph: Store, shapes: string): Promise<string[]> {
  const validator = new SHACLValidator(new Store(new Parser().parse(shapes)))
  const report = await validator.validate(graph)
  return report.results.map(
    ({ focusNode, path, message }) =>
      `${(focusNode as { value?: string } | null)?.value} ${(path as { value?: string } | null)?.value ?? ''} ${message.map((m) => m.value).join(' ')}`,
  )
}
