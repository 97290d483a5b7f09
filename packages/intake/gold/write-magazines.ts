// node write-magazines.ts: prints the text and gold of every manuscript; exit 1 naming each that does not hold
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { listHeldOutMagazines, listMagazines, printGold } from './gold-documents.ts'
import { buildMagazine } from './manuscript.ts'

for (const { name, textPath, goldPath, manuscript } of [...listMagazines(), ...listHeldOutMagazines()]) {
  try {
    const { raw, gold } = buildMagazine(basename(textPath), manuscript)
    writeFileSync(textPath, raw)
    writeFileSync(goldPath, printGold(gold))
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
