import { refused } from '@waymark/kernel/result'
import { expect, test } from 'vitest'
import type { Accounts } from '../../../server/accounts.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { recordAccountIntent } from './account-intents.ts'

const words = getDeskWords('en')

/** An account whose every act is refused in one way: what the page makes of a refusal is all that is asked here. */
const buildRefusing = (code: 'wrong-code' | 'wrong-password' | 'password-too-short') => {
  const refuse = async () => refused({ code, params: { min: 12 } })
  return {
    verifyTotp: refuse,
    enableTotp: refuse,
    disableTotp: refuse,
    changePassword: refuse,
  } as unknown as Accounts
}

test('a wrong code keeps the set-up that the page sent along', async () => {
  const typed = {
    intent: 'verify',
    code: '000000',
    uri: 'otpauth://totp/x?secret=ABCDEFGH',
    backup: 'one two',
  }
  const outcome = await recordAccountIntent(words, buildRefusing('wrong-code'), 'id', typed)
  expect(outcome).toMatchObject({
    errors: { code: expect.any(String) },
    setup: { secret: 'ABCDEFGH', backupCodes: ['one', 'two'] },
  })
})

test('a set-up that is none is not shown again', async () => {
  const outcome = await recordAccountIntent(words, buildRefusing('wrong-code'), 'id', {
    intent: 'verify',
    uri: 'javascript:x',
  })
  expect(outcome).toMatchObject({ setup: null })
})

test('a new password that is too short is told at the new password, a wrong one at the present one', async () => {
  const typed = { intent: 'change-password', current: 'a', next: 'b' }
  expect(await recordAccountIntent(words, buildRefusing('password-too-short'), 'id', typed)).toMatchObject({
    errors: { next: expect.stringContaining('12') },
  })
  expect(await recordAccountIntent(words, buildRefusing('wrong-password'), 'id', typed)).toMatchObject({
    errors: { current: expect.any(String) },
  })
})

test('what is left blank is asked for before anything is tried', async () => {
  const none = {} as unknown as Accounts
  expect(await recordAccountIntent(words, none, 'id', { intent: 'change-password' })).toMatchObject({
    errors: { current: expect.any(String), next: expect.any(String) },
  })
  expect(await recordAccountIntent(words, none, 'id', { intent: 'enable', password: '' })).toMatchObject({
    errors: { confirm: expect.any(String) },
  })
})
