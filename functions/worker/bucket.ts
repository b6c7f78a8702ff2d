import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Archive } from '../../shared/audit/archive.ts'
import { type ArchiveFile, archivePrefix } from '../../shared/audit/archive-file.ts'

/** The archive in an S3 bucket. */
export function archiveIn(client: S3Client, bucket: string): Archive {
  return {
    /** Down through years and months: three short lists, however long the history. */
    async newest(centre) {
      const { folders: years } = await list(client, bucket, archivePrefix(centre))
      const { folders: months } = await listLast(years)
      const { keys } = await listLast(months)
      const key = keys.at(-1)
      return key === undefined ? undefined : readFile(client, bucket, key)
    },

    async read(key) {
      try {
        return await readFile(client, bucket, key)
      } catch (error) {
        const isGone = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
        if (!isGone) throw error
        return undefined
      }
    },

    async keep(file) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: file.key,
            Body: file.bytes,
            ContentType: 'application/jsonl',
            // The bucket's policy refuses a write that may replace something; its lock asks for a checksum.
            IfNoneMatch: '*',
            ChecksumAlgorithm: 'SHA256',
          }),
        )
        return file
      } catch (error) {
        const isThere = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412
        if (!isThere) throw error
        return readFile(client, bucket, file.key)
      }
    },
  }

  async function listLast(folders: readonly string[]) {
    const last = folders.at(-1)
    return last === undefined ? { folders: [], keys: [] } : list(client, bucket, last)
  }
}

/** @throws S3ServiceException when there is no such file. */
export async function readFile(client: S3Client, bucket: string, key: string): Promise<ArchiveFile> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  return { key, bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() }
}

/** What is directly below a prefix: at most a year's months, or a month's hours. */
async function list(client: S3Client, bucket: string, prefix: string) {
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: '/' })
  const { CommonPrefixes = [], Contents = [], IsTruncated } = await client.send(command)
  if (IsTruncated) throw new Error('The archive has more files than hours.')
  return {
    folders: CommonPrefixes.flatMap(({ Prefix }) => Prefix ?? []),
    keys: Contents.flatMap(({ Key }) => Key ?? []),
  }
}
