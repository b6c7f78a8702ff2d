import {
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { readFile } from '../functions/worker/bucket.ts'
import { type ArchiveFile, archivePrefix, archiveRoot } from '../shared/audit/archive-file.ts'

/** Files fetched at once: each is small, and far away. */
const atOnce = 16

export interface Bucket {
  readonly client: S3Client
  readonly name: string
}

/** Every centre that has a file in the archive. */
export async function archivedCentres({ client, name: Bucket }: Bucket): Promise<string[]> {
  const command = new ListObjectsV2Command({ Bucket, Prefix: archiveRoot, Delimiter: '/' })
  const { CommonPrefixes = [] } = await client.send(command)
  return CommonPrefixes.flatMap(({ Prefix }) => Prefix?.slice(archiveRoot.length, -1) ?? [])
}

/** A centre's files in order, read as they are asked for. */
export async function* filesOf({ client, name }: Bucket, centre: string): AsyncGenerator<ArchiveFile> {
  const pages = paginateListObjectsV2({ client }, { Bucket: name, Prefix: archivePrefix(centre) })
  for await (const { Contents = [] } of pages) {
    const keys = Contents.flatMap(({ Key }) => Key ?? [])
    for (let start = 0; start < keys.length; start += atOnce) {
      yield* await Promise.all(keys.slice(start, start + atOnce).map((key) => readFile(client, name, key)))
    }
  }
}

/**
 * The first of a centre's files that was written over or hidden: the lock keeps what was first, under a version that
 * reading no longer shows. A bucket without versions, as on one machine, has nothing to say here.
 */
export async function firstReplaced({ client, name }: Bucket, centre: string): Promise<string | undefined> {
  const replaced: string[] = []
  let page: Partial<ListObjectVersionsCommandOutput> = {}
  do {
    page = await client.send(
      new ListObjectVersionsCommand({
        Bucket: name,
        Prefix: archivePrefix(centre),
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    )
    const { Versions = [], DeleteMarkers = [] } = page
    const suspicious = [...Versions.filter(({ IsLatest }) => IsLatest === false), ...DeleteMarkers]
    replaced.push(...suspicious.flatMap(({ Key }) => Key ?? []))
  } while (page.NextKeyMarker !== undefined)
  return replaced.sort()[0]
}
