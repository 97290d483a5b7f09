import { expect, test } from 'vitest'
import { deviceId } from './device-stops.ts'

test('a device is the same each time, and another for interviews, which nothing ties to whoever wrote them', () => {
  expect(deviceId('record')).toBe(deviceId('record'))
  expect(deviceId('talk')).toBe(deviceId('talk'))
  expect(deviceId('talk')).not.toBe(deviceId('record'))
})
