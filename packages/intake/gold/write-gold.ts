// node write-gold.ts: builds every .gold.json from its text and labels; exit 1 naming each label that does not hold
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { buildGold } from './build-gold.ts'
import { listGoldDocuments, listHeldOutDocuments, printGold } from './gold-documents.ts'

for (const { name, textPath, goldPath, raw, labels } of [...listGoldDocuments(), ...listHeldOutDocuments()]) {
  try {
    const printed = printGold(buildGold(basename(textPath), raw, labels))
    // a file that already says the same keeps its layout
    if (
      existsSync(goldPath) &&
      isDeepStrictEqual(JSON.parse(readFileSync(goldPath, 'utf8')), JSON.parse(printed))
    )
      continue
    writeFileSync(goldPath, printed)
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
