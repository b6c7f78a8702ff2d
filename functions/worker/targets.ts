import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { Target } from '../../shared/offboarding/target.ts'

/** Exports in a bucket. */
export function targetInBucket(client: S3Client, Bucket: string): Target {
  return {
    async put(Key, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ChecksumAlgorithm: 'SHA256' }))
    },
    async get(Key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return (await Body?.transformToByteArray()) ?? new Uint8Array()
    },
  }
}

/** Exports in a folder of this machine, for this user only. */
export function targetInFolder(directory: string): Target {
  return {
    async put(name, bytes) {
      const path = join(directory, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, bytes, { mode: 0o600 })
    },
    get: (name) => readFile(join(directory, name)),
  }
}
