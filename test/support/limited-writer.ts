/* Run in a process of its own: writes files into the folder of its argument and says a line of JSON for each. */
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'

// Without a listener the kernel's word that the file may not grow ends the process.
process.on('SIGXFSZ', () => undefined)

const [, , folder = '', ...sizes] = process.argv
const store = createAttachmentStore(folder)
for (const size of sizes) {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(Number(size), 0x41)
  }
  const written = await store.write({ name: 'صورة.png', source: source() })
  const kept = written.ok ? await store.read(written.value) : written
  console.log(JSON.stringify(kept.ok ? { bytes: kept.value.length } : kept.refusal))
}
