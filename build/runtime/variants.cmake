# Included by CMake within Ollama's own project (CMAKE_PROJECT_Ollama_INCLUDE):
# once the variants are declared, the one with VNNI gets our product of rows in
# the linker's place of Ollama's.
function(quicker_products)
  target_sources(ggml-cpu-icelake PRIVATE "${PRODUCTS}")
  target_link_options(ggml-cpu-icelake PRIVATE -Wl,--wrap=ggml_vec_dot_q6_K_q8_K)
endfunction()

set(PRODUCTS "${CMAKE_CURRENT_LIST_DIR}/q6k_vnni.c")
cmake_language(DEFER CALL quicker_products)
