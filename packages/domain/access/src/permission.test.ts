import { expect, test } from 'vitest'
import { may, type Permission, permissions } from './permission.ts'
import { accountRole, type Role, roles } from './role.ts'

/** The whole table, written out: who may do what, and who may not. */
const table: Record<Permission, Record<Role, boolean>> = {
  'read.public': row(1, 1, 1, 1, 1, 1),
  'read.desk': row(0, 1, 1, 1, 1, 0),
  'draft.write': row(0, 0, 1, 1, 1, 0),
  'assessment.submit': row(0, 0, 1, 1, 1, 0),
  'source.record': row(0, 0, 1, 1, 1, 0),
  'assessment.review': row(0, 0, 0, 1, 1, 0),
  'uptake.write': row(0, 0, 1, 1, 1, 0),
  'linkage.write': row(0, 0, 0, 1, 1, 0),
  'evidence.write': row(0, 0, 1, 1, 1, 0),
  'claim.write': row(0, 0, 1, 1, 1, 0),
  'coding.write': row(0, 0, 1, 1, 1, 0),
  'translation.write': row(0, 0, 1, 1, 1, 0),
  'table.exchange': row(0, 0, 1, 1, 1, 0),
  'colleague.write': row(0, 0, 1, 1, 1, 0),
  'case.write': row(0, 0, 1, 1, 1, 0),
  'case.publish': row(0, 0, 0, 1, 1, 0),
  'case.read.internal': row(0, 0, 1, 1, 1, 0),
  'case.read.confidential': row(0, 0, 0, 1, 1, 0),
  'edition.propose': row(0, 0, 1, 1, 1, 1),
  'edition.publish': row(0, 0, 0, 1, 1, 0),
  'meeting.read': row(0, 0, 1, 1, 1, 0),
  'meeting.write': row(0, 0, 1, 1, 1, 0),
  'meeting.approve': row(0, 0, 0, 1, 1, 0),
  'dossier.import': row(0, 0, 0, 0, 1, 1),
  'user.manage': row(0, 0, 0, 0, 1, 1),
  'audit.read': row(0, 0, 0, 1, 1, 1),
  'session.own': row(0, 1, 1, 1, 1, 0),
}

function row(...bits: [number, number, number, number, number, number]): Record<Role, boolean> {
  const [anyone, viewer, analyst, reviewer, administrator, operator] = bits.map(Boolean) as [
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
  ]
  return { public: anyone, viewer, analyst, reviewer, administrator, operator }
}

test.each(Object.keys(permissions) as Permission[])('%s is for exactly these roles', (permission) => {
  expect(Object.fromEntries(roles.map((role) => [role, may(role, permission)]))).toEqual(table[permission])
})

test('the public writes nothing and reads only what is published', () => {
  const allowed = (Object.keys(permissions) as Permission[]).filter((permission) => may('public', permission))
  expect(allowed).toEqual(['read.public'])
})

test('no account can be given the role of the public or of the operator', () => {
  for (const role of ['public', 'operator', 'root', ''])
    expect(accountRole.safeParse(role).success).toBe(false)
})
