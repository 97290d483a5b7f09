import type { ImageNames } from '../preview/page-svg.ts'
import type { ChildImages } from './child-images.ts'
import type { Job } from './protocol.ts'

/** Where the engine finds the images of a job; one that cannot be set has no place. */
export function pathsOf(job: Job, images: ChildImages): Record<string, string> {
  const paths: Record<string, string> = Object.create(null)
  for (const [key, name] of Object.entries(job.images)) {
    const path = images.get(name)?.path
    if (path) paths[key] = path
  }
  return paths
}

/** Which image a data URL of the engine is, and the address its asker wants in its place. */
export function namePictures(job: Job, images: ChildImages): ImageNames {
  const known = Object.entries(job.images).flatMap(([key, name]) => {
    const held = images.get(name)
    return held?.path ? [{ key, name, data: held.data }] : []
  })
  return data => {
    const bytes = data.slice(data.indexOf(',') + 1)
    const hit = known.find(image => image.data.length === bytes.length && image.data === bytes)
    if (!hit) return { digest: `unnamed-${data.length}`, address: null }
    return { digest: hit.name, address: job.addresses[hit.key] ?? null }
  }
}
