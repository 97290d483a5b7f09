import { openHttp } from '@jianbao/platform/http'
import pino from 'pino'
import { expect, test } from 'vitest'
import { mountDesk } from './mount-desk.ts'

test('the files of the desk are not counted: opening many pages keeps nobody out', async () => {
  const logger = pino({ level: 'silent' })
  const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 3 })
  await mountDesk(http)
  const codes: number[] = []
  for (let request = 0; request < 12; request++)
    codes.push((await http.inject({ method: 'GET', url: '/desk/assets/none.js' })).statusCode)
  expect(codes.filter(code => code === 429)).toEqual([])
  await http.close()
})
