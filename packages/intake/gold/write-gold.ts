// node write-gold.ts: builds every .gold.json from its text and labels; exit 1 naming each label that does not hold
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { buildGold } from './build-gold.ts'
import { listGoldDocuments, printGold } from './gold-documents.ts'

for (const { name, textPath, goldPath, raw, labels } of listGoldDocuments()) {
  try {
    writeFileSync(goldPath, printGold(buildGold(basename(textPath), raw, labels)))
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
