import { accountRoles } from '@waymark/access/role'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { useDeskWords } from './use-desk-words.ts'
import type { UserList } from './views.ts'

type User = UserList[number]

function RoleForm({ user }: { user: User }) {
  const { getRoleWord, t } = useDeskWords()
  const copy = t.desk.users
  return (
    <form method="post" className="inline">
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="rev" value={user.rev} />
      <select name="role" defaultValue={user.role} aria-label={copy.roleOf(user.name)}>
        {accountRoles.map((role) => (
          <option key={role} value={role}>
            {getRoleWord(role)}
          </option>
        ))}
      </select>
      <button type="submit" name="intent" value="set-role" aria-label={copy.setRoleOf(user.name)}>
        {copy.setRole}
      </button>
    </form>
  )
}

function DisableForm({ user }: { user: User }) {
  const { t } = useDeskWords()
  const copy = t.desk.users
  return (
    <form method="post" className="inline">
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="rev" value={user.rev} />
      <input type="hidden" name="disabled" value={user.disabled ? 'false' : 'true'} />
      <button
        type="submit"
        name="intent"
        value="set-disabled"
        aria-label={user.disabled ? copy.enableOf(user.name) : copy.disableOf(user.name)}
      >
        {user.disabled ? copy.enable : copy.disable}
      </button>
    </form>
  )
}

/** Accounts with their roles; each row changes one thing at a time. */
export function UserTable({ users, ownId }: { users: UserList; ownId: string }) {
  const { t } = useDeskWords()
  const copy = t.desk.users
  const columns: readonly Column<User>[] = [
    {
      key: 'name',
      header: copy.columns.name,
      cell: ({ id, name }) => (
        <>
          {name} {id === ownId && <span className="badge">{copy.you}</span>}
        </>
      ),
    },
    { key: 'email', header: copy.columns.email, cell: ({ email }) => email },
    {
      key: 'twoFactor',
      header: copy.columns.twoFactor,
      narrowLabel: copy.columns.twoFactor,
      cell: ({ twoFactor }) => (twoFactor ? copy.on : copy.off),
    },
    {
      key: 'state',
      header: copy.columns.state,
      narrowLabel: copy.columns.state,
      cell: ({ disabled }) => (disabled ? <b>{copy.disabled}</b> : copy.active),
    },
    { key: 'role', header: copy.columns.role, cell: (user) => <RoleForm user={user} /> },
    { key: 'act', header: copy.columns.act, cell: (user) => <DisableForm user={user} /> },
  ]
  return (
    <DataTable caption={copy.tableLabel} hideCaption columns={columns} rows={users} getKey={({ id }) => id} />
  )
}
