import { Link } from '@remix-run/react'
import { desk } from '@waymark/messages/en/desk'
import { deskRegister } from '@waymark/messages/en/desk-register'
import { buildRegisterHref, type RegisterQuery } from './register-query.ts'

const copy = deskRegister.panel

/** What stands beside the grid for the recommendation that the address names with `assess`. */
export function RegisterAside({ query, reference }: { query: RegisterQuery; reference: string }) {
  return (
    <aside className="panel" aria-label={copy.label(reference)}>
      <h2>{copy.label(reference)}</h2>
      <p>
        <Link to={`/desk/${query.dossier}/recommendations/${reference}/assess`} reloadDocument>
          {desk.register.assess}
        </Link>
      </p>
      <p>
        <Link to={buildRegisterHref(query, { assess: undefined })} preventScrollReset>
          {copy.close}
        </Link>
      </p>
    </aside>
  )
}
