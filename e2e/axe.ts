import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type AxeResult = { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page at rest, one line a violation: colours that are fading are nobody's. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  )
  // Evaluated by the debugger, so the page's own content policy does not stop it.
  await page.evaluate(source)
  const result = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  )
  return result.violations.flatMap(violation =>
    violation.nodes.map(node => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}
