# rashomon_library(NAME SRCS... DEPS... [DATA...])  one layer of core/, as an object library
# rashomon_test(NAME SRCS... DEPS... LABELS...)     one gtest executable, registered with CTest;
#                                                   the label "threads" runs it under TSan too
# rashomon_bench(NAME SRCS... DEPS...)              one Google Benchmark executable
include_guard()

option(RASHOMON_WERROR "Treat warnings as errors" OFF)
set(RASHOMON_SANITIZE "" CACHE STRING "Comma-separated -fsanitize= list")

find_program(CCACHE ccache)
if(CCACHE AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

function(_rashomon_defaults target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion
    -Wno-missing-field-initializers
    $<$<BOOL:${RASHOMON_WERROR}>:-Werror>)
  if(RASHOMON_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${RASHOMON_SANITIZE}
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${RASHOMON_SANITIZE})
  endif()
endfunction()

# DATA files are embedded: core/LAYER/data/x.tsv is read by
# rashomon::data::x(), declared in "core/LAYER/data.h" by its owner.
function(rashomon_library name)
  cmake_parse_arguments(PARSE_ARGV 1 A "" "" "SRCS;DEPS;DATA")
  foreach(file IN LISTS A_DATA)
    get_filename_component(stem "${file}" NAME_WE)
    # Two data files of one name would silently be one in the library.
    get_property(embedded_stems GLOBAL PROPERTY RASHOMON_DATA)
    if(stem IN_LIST embedded_stems)
      message(FATAL_ERROR "core: a second data file ${stem} in ${name}; rename it")
    endif()
    set_property(GLOBAL APPEND PROPERTY RASHOMON_DATA "${stem}")
    set(embedded "${CMAKE_CURRENT_BINARY_DIR}/${stem}_data.cc")
    add_custom_command(OUTPUT "${embedded}"
      COMMAND ${CMAKE_COMMAND} "-DIN=${CMAKE_CURRENT_SOURCE_DIR}/${file}" "-DOUT=${embedded}"
        "-DNAME=${stem}" -P "${PROJECT_SOURCE_DIR}/cmake/EmbedData.cmake"
      DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/cmake/EmbedData.cmake" VERBATIM)
    list(APPEND A_SRCS "${embedded}")
  endforeach()
  add_library(rashomon_${name} OBJECT ${A_SRCS})
  _rashomon_defaults(rashomon_${name})
  target_include_directories(rashomon_${name}
    PRIVATE "${PROJECT_SOURCE_DIR}" PUBLIC "${PROJECT_SOURCE_DIR}/core/include")
  target_link_libraries(rashomon_${name} PUBLIC ${A_DEPS})
  set_property(GLOBAL APPEND PROPERTY RASHOMON_LAYERS rashomon_${name})
endfunction()

function(rashomon_test name)
  cmake_parse_arguments(PARSE_ARGV 1 A "" "" "SRCS;DEPS;LABELS")
  add_executable(${name} ${A_SRCS})
  _rashomon_defaults(${name})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE rashomon::rashomon GTest::gmock_main ${A_DEPS})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${A_LABELS}")
  if("threads" IN_LIST A_LABELS)
    set_property(GLOBAL APPEND PROPERTY RASHOMON_THREAD_TESTS ${name})
  endif()
endfunction()

function(rashomon_bench name)
  cmake_parse_arguments(PARSE_ARGV 1 A "" "" "SRCS;DEPS")
  add_executable(${name} ${A_SRCS})
  _rashomon_defaults(${name})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE rashomon::rashomon benchmark::benchmark_main ${A_DEPS})
endfunction()
