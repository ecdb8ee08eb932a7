# SPDX-License-Identifier: EUPL-1.2
# One test program per room, made of the *_test.cpp that stand beside its sources; tests/ holds what spans rooms.
find_package(GTest REQUIRED)

function(styrkedja_tests name)
    if(ARGN)
        add_executable(test_${name} ${ARGN})
        target_link_libraries(test_${name} PRIVATE styrkedja_core GTest::gtest GTest::gtest_main)
        target_compile_definitions(test_${name} PRIVATE PROJECT_DIR="${CMAKE_SOURCE_DIR}")
        target_precompile_headers(test_${name} PRIVATE <gtest/gtest.h> <string> <vector> <map> <memory> <optional>)
        add_test(NAME ${name} COMMAND test_${name})
    endif()
endfunction()

file(GLOB ROOMS RELATIVE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/src/*)
foreach(ROOM ${ROOMS})
    file(GLOB_RECURSE ROOM_TESTS CONFIGURE_DEPENDS src/${ROOM}/*_test.cpp)
    styrkedja_tests(${ROOM} ${ROOM_TESTS})
endforeach()
file(GLOB SPANNING_TESTS CONFIGURE_DEPENDS tests/*_test.cpp tests/support/*.cpp src/writers/sample_*_test.cpp)
styrkedja_tests(whole ${SPANNING_TESTS})
target_include_directories(test_whole PRIVATE tests)

# Changed inputs: a short run from a fixed seed as a test; script/fuzz runs it longer.
file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS tests/fuzz/*.cpp)
add_executable(fuzz ${FUZZ_SOURCES} tests/support/packs.cpp)
target_include_directories(fuzz PRIVATE tests)
target_compile_definitions(fuzz PRIVATE PROJECT_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(fuzz PRIVATE styrkedja_core)
add_test(NAME fuzz COMMAND fuzz --rounds 3000 --seed 1)

# The program itself, over its command line, and its pages in a real browser.
add_test(NAME journeys COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/cli.py $<TARGET_FILE:styrkedja>)
add_test(NAME browser COMMAND ${CMAKE_SOURCE_DIR}/tests/browser/run $<TARGET_FILE:styrkedja>)
add_test(NAME docx COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/docx.py $<TARGET_FILE:styrkedja>)
