/** 我的名次: told a few seconds after a paper was handed in, when it is asked for. */
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { answerAll, handIn, openPlay, scored } from './contest-player.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const play = openPlay(17790)

test.each([
  ['phone', phone],
  ['small', { width: 320, height: 568 }],
] as const)('whoever has handed in sees how many they are ahead of: %s', async (name, viewport) => {
  const contest = await play.openContest()
  for (let at = 0; at < 2; at++) {
    const { context, page, errors } = await play.openWindow(viewport)
    await play.begin(page, contest)
    await answerAll(page)
    await handIn(page)
    await scored(page)
    await page.getByRole('button', { name: '返回首页' }).click()
    // Counted behind the hand-in: closed and opened again until it is there.
    await expect
      .poll(
        async () => {
          const place = page.locator('details', { hasText: '我的名次' })
          await place.locator('summary').click()
          if ((await place.getAttribute('open')) === null) await place.locator('summary').click()
          return place.getByText(/^目前 \d+ 分，第 [12] 名|^目前 \d+ 分，同组目前只有您一人/).count()
        },
        { timeout: 15_000, interval: 700 },
      )
      .toBe(1)
    await takePicture(page, `player-place-${name}-${at}`)
    expect([await overflow(page), await findBarriers(page), errors]).toEqual([0, [], []])
    await context.close()
  }
})
