// `npm run check`: types, lint, dependency rules, unused code, every path and command in Markdown.
import { checks } from './checks.mjs'
import { ensureInstalled, runNode } from './install.mjs'

ensureInstalled()
const failed = checks.filter(check => {
  console.log(`— ${check.name}`)
  return runNode(check.args) !== 0
})
console.log(
  failed.length === 0 ? 'all checks passed' : `failed: ${failed.map(check => check.name).join(', ')}`,
)
process.exit(failed.length === 0 ? 0 : 1)
