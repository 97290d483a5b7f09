import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MailSettingsError, readMailAddress, readMailSettings } from './index.ts'
import { maskMailAddress, pauseAfter } from './mail.rules.ts'

const from = '简报台 <jianbao@example.cn>'

test('an address of a server says everything', () => {
  expect(readMailSettings('smtp://u%40x:p%3Aw@mail.cn', from)).toMatchObject({
    host: 'mail.cn',
    port: 587,
    secure: false,
    startTls: 'required',
    login: { user: 'u@x' },
    from: { name: '简报台', address: 'jianbao@example.cn' },
  })
  expect(readMailSettings('smtp://u%40x:p%3Aw@mail.cn', from).login?.password).toBe('p:w')
  expect(readMailSettings('smtps://mail.cn', 'a@b.cn')).toMatchObject({
    port: 465,
    secure: true,
    login: null,
  })
  expect(readMailSettings('smtp://[::1]:2525', 'a@b.cn')).toMatchObject({
    host: '::1',
    port: 2525,
    startTls: 'offered',
  })
})

test('the password shows in no print, JSON or error', () => {
  const settings = readMailSettings('smtp://user:geheimnis@mail.cn', from)
  expect(JSON.stringify(settings) + inspect(settings, { depth: 5 })).not.toContain('geheimnis')
  const broken = [
    'smtp//user:geheimnis@mail.cn',
    'http://user:geheimnis@mail.cn',
    'smtp://u:geheimnis%ZZ@mail.cn',
  ]
  for (const url of [...broken, 'smtp://u:geheimnis@mail.cn?starttls=maybe'])
    try {
      readMailSettings(url, from)
      expect.unreachable(url)
    } catch (error) {
      expect(error).toBeInstanceOf(MailSettingsError)
      expect(inspect(error)).not.toContain('geheimnis')
    }
})

test.each(['', 'jianbao', 'a@b.cn, c@d.cn', '简报台 <@b.cn>'])('%s is no sender', sender => {
  expect(() => readMailSettings('smtp://mail.cn', sender)).toThrow(MailSettingsError)
})

test('addresses of people are plain ones; what is wide or broken is put right or refused', () => {
  expect(readMailAddress(' ｌｉ＠unit.example.cn ')).toBe('li@unit.example.cn')
  for (const text of [
    'li',
    'li@',
    '@unit.cn',
    'li@unit.cn>',
    'li@a@b.cn',
    'li\r\nBcc: x@y.cn',
    'a@b..cn',
    '李@unit.cn',
    'a,b@c.cn',
  ])
    expect(readMailAddress(text), text).toBeNull()
})

test('a mask never shows more than half of the name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}$/), name => {
      const shown = maskMailAddress(`${name}@unit.cn`)
      expect(shown.endsWith('***@unit.cn')).toBe(true)
      expect(shown.indexOf('*')).toBeLessThanOrEqual(name.length / 2)
    }),
  )
})

test('pauses grow, and come to an end within a day', () => {
  const pauses: number[] = []
  for (let attempt = 1; ; attempt++) {
    const pause = pauseAfter(attempt)
    if (pause === null) break
    pauses.push(pause)
  }
  expect(pauses).toEqual([...new Set(pauses)].sort((a, b) => a - b))
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(24 * 3_600_000)
})
