// Holds our product of rows (q6k_vnni.c) against llama.cpp's plain one, on rows
// of weights drawn at random and on rows of any bits at all. Exit status 1 and
// the worst case where they differ by more than adding in another order may.

#include "ggml-impl.h"
#include "ggml-quants.h"
#include "quants.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void __wrap_ggml_vec_dot_q6_K_q8_K(int n, float * s, size_t bs, const void * vx, size_t bx, const void * vy, size_t by, int nrc);

enum { WEIGHTS = 2048, BLOCKS = WEIGHTS / QK_K, ROWS = 4000 };

// What ggml-cpu.c holds and fills at its start: 16-bit floats in 32 bits.
float ggml_table_f32_f16[1 << 16];

static void fill_table(void) {
    for (int i = 0; i < 1 << 16; i++) {
        ggml_table_f32_f16[i] = ggml_fp16_to_fp32((ggml_fp16_t) i);
    }
}

static uint64_t state = 1;

// draw gives 32 bits (an xorshift generator: the same rows everywhere).
static uint32_t draw(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t) (state >> 16);
}

static float between(float low, float high) {
    return low + (high - low) * (float) (draw() % 65536) / 65535.0f;
}

static void quantised(block_q6_K * x, float * weights) {
    for (int i = 0; i < WEIGHTS; i++) {
        weights[i] = between(-0.1f, 0.1f);
    }
    quantize_row_q6_K_ref(weights, x, WEIGHTS);
}

// anything fills a row with any bits; the factor of a block must stay a number.
static void anything(block_q6_K * x) {
    for (size_t i = 0; i < BLOCKS * sizeof(*x); i++) {
        ((uint8_t *) x)[i] = (uint8_t) draw();
    }
    for (int i = 0; i < BLOCKS; i++) {
        x[i].d = ggml_fp32_to_fp16(between(-1, 1));
    }
}

// apart is by how much the two products differ, beside the sum of the sizes of
// what they add (rows whose terms cancel would look worse than they are).
static double apart(const block_q6_K * x, const block_q8_K * y, const float * activations) {
    static float weights[WEIGHTS];
    float ours, theirs;
    double size = 0;
    __wrap_ggml_vec_dot_q6_K_q8_K(WEIGHTS, &ours, 0, x, 0, y, 0, 1);
    ggml_vec_dot_q6_K_q8_K_generic(WEIGHTS, &theirs, 0, x, 0, y, 0, 1);
    dequantize_row_q6_K(x, weights, WEIGHTS);
    for (int i = 0; i < WEIGHTS; i++) {
        size += fabs((double) weights[i] * activations[i]);
    }
    return fabs((double) ours - theirs) / size;
}

int main(void) {
    static block_q6_K x[BLOCKS];
    static block_q8_K y[BLOCKS];
    static float weights[WEIGHTS], activations[WEIGHTS];
    double worst = 0;
    fill_table();
    for (int row = 0; row < ROWS; row++) {
        if (row % 2) {
            anything(x);
        } else {
            quantised(x, weights);
        }
        for (int i = 0; i < WEIGHTS; i++) {
            activations[i] = between(-4, 4);
        }
        quantize_row_q8_K_ref(activations, y, WEIGHTS);
        worst = fmax(worst, apart(x, y, activations));
    }
    printf("%d × %d: %.1e\n", ROWS, WEIGHTS, worst);
    return worst < 1e-6 ? 0 : 1;
}
