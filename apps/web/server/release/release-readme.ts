/** What the folder is and how to serve and check it, for whoever is handed it. */
export const formatReleaseReadme = ({
  id,
  title,
  dossier,
  origin,
  asOf,
  knownAt,
  method,
  key,
}: {
  readonly id: string
  readonly title: string
  readonly dossier: string
  readonly origin: string
  readonly asOf: string
  readonly knownAt: string
  readonly method: string
  readonly key: string
}): string => `${title}

This folder is the public face of one edition of Waymark, as files.

  Edition   ${origin}/${dossier}/editions/${id}
  Shows     the world on ${asOf}, as recorded by ${knownAt}, by method ${method}
  Licence   texts and data: Creative Commons Attribution 4.0 International

To serve it, give the folder to any web server, or try it on your own machine:

  python3 -m http.server --bind 127.0.0.1 --directory . 8000      and open http://127.0.0.1:8000/

Pages are index.html files in folders of their name; data lie beside them (.json, .csv, .xlsx, .zip). Addresses keep the question
mark and what follows; a server of files takes no notice of it. Every file shows the same cut. Other dates, filters and
searches need the site itself; there the address is the same.

To check it:

  sha256sum -c SHA256SUMS        every file is the one that was exported
  SHA256SUMS.signed              the same list with its signature, a C2SP signed note by the key
                                 ${key}
  checkpoint                     the signed head of the audit log that the edition carries (C2SP tlog-checkpoint)

The edition's own zip, which is among the files, proves itself: waymark edition verify FILE
`
