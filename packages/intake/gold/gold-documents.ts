import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const repository = join(here, '../../..')

/** One document of the repository's own gold: raw text, labels source and where the built gold stands. */
export type GoldDocument = { name: string; textPath: string; goldPath: string; raw: string; labels: string }

/** Lists the documents of this folder and those of the demonstration archive, by name; rules are developed on them. */
export function listGoldDocuments(): GoldDocument[] {
  return listLabelled(join(here, 'labels'))
}

/** Lists the documents of `packages/intake/held-out`, by name: measured only, no rule is developed on them. */
export function listHeldOutDocuments(): GoldDocument[] {
  return listLabelled(join(here, '../held-out/labels'))
}

/** One magazine or newspaper page: text and gold are printed from its manuscript. */
export type MagazineDocument = { name: string; textPath: string; goldPath: string; manuscript: string }

/** Lists the magazines to develop on, by name. */
export function listMagazines(): MagazineDocument[] {
  return listManuscripts(join(here, 'magazines'))
}

/** Lists the held-out magazines, by name: measured only. */
export function listHeldOutMagazines(): MagazineDocument[] {
  return listManuscripts(join(here, '../held-out/magazines'))
}

function listManuscripts(folder: string): MagazineDocument[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.manuscript.txt'))
  return files.sort().map(file => {
    const name = file.replace('.manuscript.txt', '')
    const manuscript = readFileSync(join(folder, file), 'utf8')
    return {
      name,
      textPath: join(folder, `${name}.txt`),
      goldPath: join(folder, `${name}.gold.json`),
      manuscript,
    }
  })
}

function listLabelled(folder: string): GoldDocument[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.labels.txt'))
    .sort()
    .map(file => {
      const labels = readFileSync(join(folder, file), 'utf8')
      const stem = /^\/\/ of (\S+)$/m.exec(labels)?.[1]
      if (!stem) throw new Error(`${file} does not say which text it labels`)
      const textPath = join(repository, `${stem}.txt`)
      const goldPath = join(repository, `${stem}.gold.json`)
      return { name: basename(stem), textPath, goldPath, raw: readFileSync(textPath, 'utf8'), labels }
    })
}

/** The committed form of a built gold: JSON with one value a line, as the first hand-labelled files have it. */
export function printGold(gold: unknown): string {
  return `${JSON.stringify(gold, null, 1)}\n`
}
