/**
 * The `Link` header (RFC 8288) by which a browser fetches style sheets and fonts as soon as it has the headers, before it reads the page. A
 * page that is read to its end before its sheets are there is styled and laid out twice wherever it has a form: browsers
 * measure the fields for what they could fill in, and do not wait for the sheets.
 */
export const formatHeadHints = (sheets: readonly string[], fonts: readonly string[]): string =>
  [
    ...sheets.map((href) => `<${href}>; rel=preload; as=style`),
    ...fonts.map((href) => `<${href}>; rel=preload; as=font; type="font/woff2"; crossorigin`),
  ].join(', ')
