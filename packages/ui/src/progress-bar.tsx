import styles from './progress-bar.module.css'

/** @param part 0 to 1 of the whole. */
export function ProgressBar({ part, label }: { part: number; label: string }) {
  return <progress className={styles['bar']} max={1} value={part} aria-label={label} />
}
