// The product of a row in Q6_K with a row in Q8_K, which half of the largest
// matrices of a Q4_K_M model need for every token and which Ollama's llama.cpp
// computes in AVX2: here 64 weights at a time, with VNNI. The layout of the
// blocks is that of ggml-common.h (block_q6_K, block_q8_K).

#define GGML_COMMON_DECL_C
#include "ggml-common.h"
#include "ggml-cpu-impl.h"
#include "simd-mappings.h"

#include <immintrin.h>

// weights unpacks 64 unsigned 6-bit weights: four bits each in nibbles, the two
// above them in high, where the second half of the 64 has its own further up.
static inline __m512i weights(__m512i nibbles, __m512i high) {
    const __m512i four = _mm512_and_si512(nibbles, _mm512_set1_epi8(0x0f));
    return _mm512_or_si512(four, _mm512_and_si512(high, _mm512_set1_epi8(0x30)));
}

// scaled multiplies 64 weights with 64 activations; each lane sums four of them,
// times the scale of its group of sixteen, groups first to first + 3.
static inline __m512i scaled(__m512i w, const int8_t * y, __m512i scales, int first) {
    const __m512i spread = _mm512_set_epi32(3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0);
    const __m512i groups = _mm512_add_epi32(spread, _mm512_set1_epi32(first));
    const __m512i sums   = _mm512_dpbusd_epi32(_mm512_setzero_si512(), w, _mm512_loadu_si512(y));
    return _mm512_mullo_epi32(sums, _mm512_permutexvar_epi32(groups, scales));
}

// block gives the sums over one block, before the two factors of the rows. The
// weights are stored with 32 added, which the sums of activations take off.
static inline __m512i block(const block_q6_K * x, const block_q8_K * y) {
    const __m512i left    = _mm512_set_epi64(2, 2, 2, 2, 4, 4, 4, 4);
    const __m512i right   = _mm512_set_epi64(2, 2, 2, 2, 0, 0, 0, 0);
    const __m128i scales8 = _mm_loadu_si128((const __m128i *) x->scales);
    const __m512i scales  = _mm512_cvtepi8_epi32(scales8);
    const __m256i added   = _mm256_madd_epi16(_mm256_cvtepi8_epi16(scales8), _mm256_loadu_si256((const __m256i *) y->bsums));

    __m512i sum = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_zextsi256_si512(_mm256_slli_epi32(added, 5)));
    for (int half = 0; half < 2; half++) {
        const __m512i low  = _mm512_loadu_si512(x->ql + 64 * half);
        const __m512i high = _mm512_broadcast_i64x4(_mm256_loadu_si256((const __m256i *) (x->qh + 32 * half)));
        const __m512i w0   = weights(low, _mm512_sllv_epi64(high, left));
        const __m512i w1   = weights(_mm512_srli_epi16(low, 4), _mm512_srlv_epi64(high, right));
        sum = _mm512_add_epi32(sum, scaled(w0, y->qs + 128 * half, scales, 8 * half));
        sum = _mm512_add_epi32(sum, scaled(w1, y->qs + 128 * half + 64, scales, 8 * half + 4));
    }
    return sum;
}

// The linker puts this in the place of ggml_vec_dot_q6_K_q8_K (--wrap): n weights,
// a multiple of 256; one row at a time, as ggml's table of types has it on x86.
void __wrap_ggml_vec_dot_q6_K_q8_K(int n, float * s, size_t bs, const void * vx, size_t bx, const void * vy, size_t by, int nrc);

void __wrap_ggml_vec_dot_q6_K_q8_K(int n, float * s, size_t bs, const void * vx, size_t bx, const void * vy, size_t by, int nrc) {
    const block_q6_K * x = vx;
    const block_q8_K * y = vy;
    __m512 sum = _mm512_setzero_ps();
    for (int i = 0; i < n / QK_K; i++) {
        const __m512 factor = _mm512_set1_ps(GGML_CPU_FP16_TO_FP32(x[i].d) * y[i].d);
        sum = _mm512_fmadd_ps(factor, _mm512_cvtepi32_ps(block(x + i, y + i)), sum);
    }
    *s = _mm512_reduce_add_ps(sum);
    (void) bs, (void) bx, (void) by, (void) nrc;
}
