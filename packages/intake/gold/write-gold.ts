// node write-gold.ts: builds every .gold.json from its text and labels, and prints every manuscript with its gold;
// exit 1 naming each label that does not hold
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { buildGold } from './build-gold.ts'
import {
  listGoldDocuments,
  listHeldOutDocuments,
  listHeldOutMagazines,
  listMagazines,
  printGold,
} from './gold-documents.ts'
import { buildMagazine } from './manuscript.ts'

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
    report(name, error)
  }
}

for (const { name, textPath, goldPath, manuscript } of [...listMagazines(), ...listHeldOutMagazines()]) {
  try {
    const { raw, gold } = buildMagazine(basename(textPath), manuscript)
    writeFileSync(textPath, raw)
    writeFileSync(goldPath, printGold(gold))
  } catch (error) {
    report(name, error)
  }
}

function report(name: string, error: unknown): void {
  console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
