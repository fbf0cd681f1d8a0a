import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { setDisabledInput, setRoleInput } from '@waymark/api/features/user/user.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { parseTyped, type Typed } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { UserTable } from '../../components/desk/user-table.tsx'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.desk.users.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'user.manage')
  const users = await getAnswer(request, context.api.user.list.query({}))
  return { users, ownId: actor.id, failed: hasFailedForm(context) }
}

// The fields come from this page's own forms; what does not fit them is no form of this page.
const parse = <T,>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
): T => {
  const read = schema.safeParse(value)
  if (!read.success) throw new Response(null, { status: 400 })
  return read.data
}

export async function action({ request, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'user.manage')
  const typed: Typed = parseTyped(await request.formData())
  const target = { id: typed.id, rev: Number(typed.rev) }
  const write =
    typed.intent === 'set-role'
      ? context.api.user.setRole.mutate(parse(setRoleInput, { ...target, role: typed.role }))
      : context.api.user.setDisabled.mutate(
          parse(setDisabledInput, { ...target, disabled: typed.disabled === 'true' }),
        )
  const refused = await getRefusalOf(request, write)
  if (refused === null) return redirect('/desk/users')
  recordFailedForm(context)
  return data({ message: refused.refusal.message }, { status: 409 })
}

export default function UsersPage() {
  const { t } = useDeskWords()
  const copy = t.desk.users
  const { users, ownId } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      {refused && (
        <ErrorSummary id="errors" title={t.desk.refusal.heading} errors={[{ message: refused.message }]} />
      )}
      <p className="quiet">{copy.lead}</p>
      <UserTable key={JSON.stringify(users)} users={users} ownId={ownId} />
    </main>
  )
}
