import type { ImageNames } from '../preview/page-svg.ts'
import type { ChildImages } from './child-images.ts'
import type { Job } from './protocol.ts'

/** Where the engine finds the images of a job, or those that stand in for them; one that cannot be set has no place. */
export function pathsOf(job: Job, images: ChildImages): Record<string, string> {
  const paths: Record<string, string> = Object.create(null)
  for (const [key, name] of Object.entries(job.images)) {
    const held = images.get(name)
    if (held?.path) paths[key] = job.want === 'pages' ? held.standIn.path : held.path
  }
  return paths
}

/** Which image a data URL of the engine stands for, and what is put in its place. */
export function namePictures(job: Job, images: ChildImages): ImageNames {
  const known = new Map(
    Object.entries(job.images).flatMap(([key, name]) => {
      const held = images.get(name)
      const address = job.addresses[key]
      if (!held?.path) return []
      return [[held.standIn.data, { digest: address ?? name, address: () => address ?? held.dataUrl() }]]
    }),
  )
  const unknown = { digest: '', address: () => '' }
  return data => known.get(data.slice(data.indexOf(',') + 1)) ?? unknown
}
