import { systemClock } from '@jianbao/platform/clock'
import { sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ensureDemonstrationPeople } from './demonstration-people.ts'
import { settleProfile } from './settle-profile.ts'

test('what a data folder was begun as, it stays', async () => {
  const app = await openTestApp()
  const { db } = app.connection
  const both = async () => [
    (await settleProfile(db, 'demonstration')).profile,
    (await settleProfile(db, 'empty')).profile,
  ]

  expect(await both(), 'real accounts').toEqual(['empty', 'empty'])
  expect((await settleProfile(db, 'demonstration')).notice).toContain('已有正式账号')

  await db.execute(sql`delete from account_user`)
  expect(await both(), 'nobody yet').toEqual(['demonstration', 'empty'])

  await db.execute(sql`delete from person`)
  await ensureDemonstrationPeople({ db, clock: systemClock, signIn: app.signIn })
  expect(await both(), 'a demonstration').toEqual(['demonstration', 'demonstration'])
  expect((await settleProfile(db, 'empty')).notice).toContain('演示目录')
  await app.close()
})
