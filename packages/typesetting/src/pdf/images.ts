import { imageType } from '../model/image-type.ts'
import type { Compiler } from './engine.ts'
import { workspace } from './workspace.ts'

/** Maps images under names of our own, never the caller's. One whose format is unknown is left out. */
export function mapImages(
  compiler: Compiler,
  images: Readonly<Record<string, Uint8Array>>,
): Record<string, string> {
  const paths: Record<string, string> = Object.create(null)
  for (const [index, [key, bytes]] of Object.entries(images).entries()) {
    const format = imageType(bytes)
    if (!format) continue
    paths[key] = `image-${index}.${format}`
    compiler.mapShadow(`${workspace}/${paths[key]}`, Buffer.from(bytes))
  }
  return paths
}

/** Keys of the images the engine cannot decode, found by setting each alone. */
export function undecodable(compiler: Compiler, paths: Readonly<Record<string, string>>): string[] {
  const trial = `${workspace}/trial.typ`
  return Object.entries(paths).flatMap(([key, path]) => {
    compiler.addSource(trial, `#image("${path}", alt: "", width: 1cm)`)
    return compiler.compile({ mainFilePath: trial, inputs: {} }).result ? [] : [key]
  })
}

/** Forgets the images of a job. */
export function unmapImages(compiler: Compiler, paths: Readonly<Record<string, string>>): void {
  for (const path of Object.values(paths)) compiler.unmapShadow(`${workspace}/${path}`)
}
