import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const players = (settings: Record<string, string>) => readConfig(settings).players
const gateway = { SMS_URL: 'https://sms.example/send', SMS_BODY: '{"to":"{phone}","code":"{code}"}' }

test('a demonstration shows codes on the page, an installation without a gateway asks for no phones', () => {
  expect(players({}).sms).toBe('shown')
  expect(players({ JIANBAO_PROFILE: 'empty' }).sms).toBeNull()
  expect(players(gateway).sms).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
})

test.each([
  [{ ...gateway, SMS_URL: 'http://sms.example/send' }, 'SMS_URL'],
  [{ ...gateway, SMS_BODY: '{}' }, '{phone}'],
  [{ ...gateway, SMS_METHOD: 'PUT' }, 'SMS_METHOD'],
  [{ ...gateway, SMS_HEADERS: '[1]' }, 'SMS_HEADERS'],
  [{ ...gateway, SMS_HEADERS: 'x: y' }, 'SMS_HEADERS'],
  [{ ...gateway, SMS_SECRET: 'hush-hush' }, 'SMS_SIGNED'],
  [{ ...gateway, SMS_SIGNATURE: 'md5' }, 'SMS_SIGNATURE'],
  [{ PLAYER_OAUTH: 'wechat' }, 'PUBLIC_URL'],
  [{ PLAYER_OAUTH: 'wechat', PUBLIC_URL: 'https://a.example' }, 'PLAYER_OAUTH_WECHAT_APP_ID'],
  [{ PLAYER_OAUTH: 'henan', PUBLIC_URL: 'https://a.example' }, 'PLAYER_OAUTH_HENAN_ISSUER'],
  [{ PLAYER_OAUTH: 'Henan', PUBLIC_URL: 'https://a.example' }, 'PLAYER_OAUTH'],
  [{ PLAYER_OAUTH: 'a a', PUBLIC_URL: 'https://a.example' }, 'PLAYER_OAUTH'],
  [{ NICKNAME_WORDS: '/nowhere/at/all' }, 'NICKNAME_WORDS'],
] as const)('%j is refused, naming %s and no secret', (settings, name) => {
  expect(() => players(settings)).toThrow(ConfigError)
  const said = (() => {
    try {
      players(settings)
    } catch (error) {
      return (error as Error).message
    }
  })()
  expect(said).toContain(name)
  expect(said).not.toContain('hush-hush')
})

test('providers are read by their keys, WeChat with either of its apps', () => {
  const { providers } = players({
    PUBLIC_URL: 'https://a.example',
    PLAYER_OAUTH: 'wechat, henan-id',
    PLAYER_OAUTH_WECHAT_WEB_APP_ID: 'wx2',
    PLAYER_OAUTH_WECHAT_WEB_APP_SECRET: 's',
    PLAYER_OAUTH_HENAN_ID_ISSUER: 'https://id.example',
    PLAYER_OAUTH_HENAN_ID_CLIENT_ID: 'c',
  })
  expect(providers).toMatchObject([
    { preset: 'wechat', name: '微信', official: null, website: { appId: 'wx2', secret: 's' } },
    { preset: 'oidc', key: 'henan-id', name: 'henan-id', clientSecret: null },
  ])
})

test('words no nickname may hold stand in a file, one a line', async () => {
  const folder = await temporaryFolder()
  const path = join(folder.path, 'words.txt')
  writeFileSync(path, '\ufeff管理员\r\n\r\n 官方 \n')
  expect(players({ NICKNAME_WORDS: path }).words).toEqual(['管理员', '官方'])
  await folder.remove()
})
