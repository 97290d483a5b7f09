/** What people do on the page of an item, and who else is needed for it. */
import type { Page } from 'playwright-core'
import type { Demonstration } from './demonstration.ts'

/** Ant Design puts a blank between two Chinese letters of a button. */
export const named = (words: string): RegExp => new RegExp(`^${[...words].join('\\s?')}$`)

/** A picture of a few bytes. */
export const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Presses a button of the head, or its line in the menu; its form opens. */
export async function openDeed(page: Page, deed: string): Promise<void> {
  const bar = page.getByRole('group', { name: '办理' })
  const button = bar.getByRole('button', { name: named(deed) })
  await bar.getByRole('button').first().waitFor()
  if (await button.count()) return button.click()
  await bar.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: named(deed) }).click()
}

/** Presses the button of an open form that does it. */
export async function confirmDeed(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: named(words) }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Makes somebody else a coordinator, so that what one proposed another reviews. */
export async function appointReviewer({ visitAs, get, send }: Demonstration): Promise<void> {
  const administrator = await visitAs('anquan')
  const reviewer = await visitAs('demo')
  const { user } = await get(reviewer.context, '/api/session')
  await send(administrator.context, 'POST', `/api/people/${user.id}/posts`, {
    role: 'coordinator',
    unitId: '00000000-0000-4000-8000-000000000001',
  })
  await administrator.context.close()
  await reviewer.context.close()
}
