// The anchor of the speed test: llama.cpp as node-llama-cpp ships it, compiled.
//   node anchor.js MODEL.gguf THREADS
// answers each line {"prompt","predict"} on stdin with one line
// {"prompt_tokens","prompt_s","generated_tokens","generated_s"}: as Ollama counts,
// reading ends when the first token is chosen, generating begins there.
import { createInterface } from 'node:readline'
import { getLlama, LlamaLogLevel } from 'node-llama-cpp'

const [modelPath, threads] = [process.argv[2], Number(process.argv[3])]
const llama = await getLlama({ gpu: false, build: 'never', maxThreads: threads, logLevel: LlamaLogLevel.error })
const model = await llama.loadModel({ modelPath })
const context = await model.createContext({ contextSize: 2048, batchSize: 512, threads: { ideal: threads, min: threads } })
const sequence = context.getSequence()

async function measure({ prompt, predict }) {
  await sequence.clearHistory()
  const tokens = model.tokenize(prompt)
  tokens.unshift(model.tokens.bos)
  let generated = 0
  let read = 0
  const began = performance.now()
  for await (const _ of sequence.evaluate(tokens, { temperature: 0, yieldEogToken: true })) {
    generated++
    if (generated === 1) read = performance.now()
    if (generated === predict) break
  }
  const ended = performance.now()
  return {
    prompt_tokens: tokens.length, prompt_s: (read - began) / 1000,
    generated_tokens: generated - 1, generated_s: (ended - read) / 1000,
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await measure(JSON.parse(line))))
}
process.exit(0)
