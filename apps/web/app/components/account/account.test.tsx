import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { getDeskWords } from '../desk/get-desk-words.ts'
import { SecondFactor } from './second-factor.tsx'
import { formatDevice, SessionTable } from './session-table.tsx'
import { CodeForm, SignInForm } from './sign-in-form.tsx'

const words = getDeskWords('en')

describe('sign-in', () => {
  test('after a refusal the email is kept, the password is asked for again, and the error leads to its field', () => {
    const html = renderToStaticMarkup(
      <SignInForm next="/desk" email="a@example.org" errors={{ email: 'They do not match' }} />,
    )
    expect(html).toContain('value="a@example.org"')
    expect(html).toContain('href="#email"')
    expect(/<input[^>]*type="password"[^>]*>/.exec(html)?.[0]).not.toContain('value=')
  })

  test('the way back is kept through both steps', () => {
    for (const form of [
      <SignInForm key="a" next="/desk/x" email="" errors={{}} />,
      <CodeForm key="b" next="/desk/x" error={null} />,
    ]) {
      expect(renderToStaticMarkup(form)).toMatch(/name="next"[^>]*value="\/desk\/x"/)
    }
  })
})

describe('sessions', () => {
  const session = (id: string) => ({
    id,
    signedInAt: '2020-07-01T10:00:00.000Z',
    seenAt: '2020-07-01T11:00:00.000Z',
    address: '192.0.2.1',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
  })

  test('every session can be ended but the one that the page is in', () => {
    const html = renderToStaticMarkup(
      <SessionTable sessions={[session('mine'), session('other')]} here="mine" />,
    )
    expect(html).toContain('name="session" value="other"')
    expect(html).not.toContain('value="mine"')
  })

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0',
      'Edge, Windows',
    ],
    ['', 'not given'],
    ['curl/8', 'curl/8'],
  ])('%s is told as %s', (userAgent, device) => {
    expect(formatDevice(words, userAgent)).toBe(device)
  })
})

describe('second factor', () => {
  const setup = {
    uri: 'otpauth://totp/x?secret=ABCDEFGH',
    secret: 'ABCDEFGH',
    qr: '<svg onload="x"/>',
    backupCodes: ['one', 'two'],
  }

  test('a mistyped code keeps the set-up, and the picture is an image, never markup of the page', () => {
    const html = renderToStaticMarkup(
      <SecondFactor on={false} setup={setup} errors={{ code: 'Not valid now' }} />,
    )
    for (const shown of ['ABCD EFGH', 'one', 'two', 'Not valid now', 'name="uri"'])
      expect(html).toContain(shown)
    expect(html).not.toContain('<svg')
  })

  test('turning it on or off asks for the password', () => {
    for (const on of [true, false]) {
      const html = renderToStaticMarkup(<SecondFactor on={on} setup={null} errors={{}} />)
      expect(html).toMatch(/name="password"/)
      expect(html).toContain(on ? 'value="disable"' : 'value="enable"')
    }
  })
})
