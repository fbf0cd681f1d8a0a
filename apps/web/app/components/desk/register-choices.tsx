import { type RegisterColumn, registerColumns } from '@waymark/api/features/register/register.input'
import { CheckField, InputField } from '@waymark/ui/field'
import { PageForm, PageLink } from './page-link.tsx'
import type { RegisterQuery } from './register-query.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { SavedView } from './views.ts'

/** Where the forms of the register send to: the page as it is shown. */
type Sent = { readonly action: string }

/** Which columns to show. Without script as with it: a form that is kept, and written in the address. */
export function ColumnsForm({ columns, action }: { columns: readonly RegisterColumn[] } & Sent) {
  const { t } = useDeskWords()
  const copy = t.register
  return (
    <details className="more bare">
      <summary>{copy.chooseColumns}</summary>
      <PageForm method="post" action={action} aria-label={copy.chooseColumns} key={columns.join(',')}>
        <input type="hidden" name="intent" value="columns" />
        <p className="hint">{copy.columnsHint}</p>
        <div className="ticks">
          {registerColumns.map((column) => (
            <CheckField
              key={column}
              id={`column-${column}`}
              name="columns[]"
              value={column}
              label={copy.columns[column]}
              defaultChecked={columns.includes(column)}
            />
          ))}
        </div>
        <div className="acts bare">
          <button type="submit">{copy.showColumns}</button>
        </div>
      </PageForm>
    </details>
  )
}

const isCurrent = (view: SavedView, current: string) => view.query === current

function ViewItem({
  view,
  query,
  action,
  current,
}: { view: SavedView; query: RegisterQuery; current: string } & Sent) {
  const { t } = useDeskWords()
  const copy = t.register
  const words = copy.views
  return (
    <li>
      <PageLink
        href={`/desk/${query.dossier}/register?${view.query}`}
        aria-current={isCurrent(view, current) ? 'true' : undefined}
      >
        {view.name}
      </PageLink>
      {view.mine && view.shared && <span className="quiet"> {words.isShared}</span>}
      {!view.mine && <span className="quiet"> {words.by(view.owner)}</span>}
      {view.mine && (
        <details className="more bare">
          <summary aria-label={words.renameLabel(view.name)}>{words.rename}</summary>
          <PageForm method="post" action={action} aria-label={words.renameLabel(view.name)}>
            <input type="hidden" name="id" value={view.id} />
            <input type="hidden" name="rev" value={view.rev} />
            <input type="hidden" name="query" value={current} />
            <InputField
              id={`name-${view.id}`}
              name="name"
              label={words.name}
              defaultValue={view.name}
              maxLength={80}
              autoComplete="off"
            />
            <CheckField
              id={`shared-${view.id}`}
              name="shared"
              label={words.share}
              defaultChecked={view.shared}
            />
            <CheckField id={`replace-${view.id}`} name="replace" label={words.replace} />
            <div className="acts bare">
              <button type="submit" name="intent" value="change">
                {words.keep}
              </button>
              <button type="submit" name="intent" value="drop" className="quietly">
                {words.drop}
              </button>
            </div>
          </PageForm>
        </details>
      )}
    </li>
  )
}

/** Saved states of the register: one's own, and those of colleagues. */
export function Views({
  views,
  query,
  action,
  current,
  maySave,
}: {
  views: readonly SavedView[]
  query: RegisterQuery
  /** What a view saved now would hold. */
  current: string
  maySave: boolean
} & Sent) {
  const { t } = useDeskWords()
  const copy = t.register
  const words = copy.views
  const mine = views.filter((view) => view.mine)
  const shared = views.filter((view) => !view.mine)
  const items = { query, action, current }
  return (
    <details className="more bare">
      <summary>
        {words.heading} <span className="quiet">{views.length}</span>
      </summary>
      {views.length === 0 && <p className="quiet">{words.none}</p>}
      {mine.length > 0 && (
        <>
          <h2>{words.mine}</h2>
          <ul className="views">
            {mine.map((view) => (
              <ViewItem key={`${view.id} ${view.rev}`} view={view} {...items} />
            ))}
          </ul>
        </>
      )}
      {shared.length > 0 && (
        <>
          <h2>{words.shared}</h2>
          <ul className="views">
            {shared.map((view) => (
              <ViewItem key={`${view.id} ${view.rev}`} view={view} {...items} />
            ))}
          </ul>
        </>
      )}
      {maySave && (
        <PageForm method="post" action={action} aria-label={words.save} key={views.length}>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="query" value={current} />
          <InputField id="view-name" name="name" label={words.name} maxLength={80} autoComplete="off" />
          <CheckField id="view-shared" name="shared" label={words.share} />
          <div className="acts bare">
            <button type="submit">{words.save}</button>
          </div>
        </PageForm>
      )}
    </details>
  )
}
