// `npm test`: everything. Ends with a plain line `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { checks } from './checks.mjs'
import { ensureInstalled, runNode } from './install.mjs'

ensureInstalled()
const count = { passed: 0, failed: 0, skipped: 0 }

for (const check of checks) {
  const code = runNode(check.args)
  console.log(`${code === 0 ? '✓' : '✗'} ${check.name}`)
  count[code === 0 ? 'passed' : 'failed']++
}

buildWhenStale()
const folder = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
for (const project of ['unit', 'api', 'postgres', 'browser']) {
  const report = join(folder, `${project}.json`)
  const code = runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  tally(project, code, report)
}
rmSync(folder, { recursive: true, force: true })
console.log(
  `${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
)
process.exit(count.failed === 0 ? 0 : 1)

// A run that ended without a report, or failed outside any test, counts as one failure.
function tally(project, code, report) {
  let result
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    console.log(`✗ ${project}: no report was written`)
    count.failed++
    return
  }
  count.passed += result.numPassedTests
  count.failed += result.numFailedTests
  count.skipped += result.numPendingTests + result.numTodoTests
  if (code !== 0 && result.numFailedTests === 0) count.failed++
}
