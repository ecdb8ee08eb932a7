# SPDX-License-Identifier: EUPL-1.2
# One test program per room, made of the *_test.cpp that stand beside its sources; tests/ holds what spans rooms.
find_package(GTest REQUIRED)
# PDF files are read back by another program than the one that wrote them.
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)

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
# The stores are tried on a PostgreSQL of the tests' own.
target_sources(test_store PRIVATE tests/support/postgres_cluster.cpp)
target_include_directories(test_store PRIVATE tests)
# The sample document stands with the writers' tests; comparisons are tried on it too.
target_sources(test_comparison PRIVATE src/writers/sample_document_test.cpp src/writers/sample_tables_test.cpp)
file(GLOB SPANNING_TESTS CONFIGURE_DEPENDS tests/*_test.cpp tests/support/*.cpp src/writers/sample_*_test.cpp)
styrkedja_tests(whole ${SPANNING_TESTS})
target_include_directories(test_whole PRIVATE tests)
target_link_libraries(test_whole PRIVATE PkgConfig::QPDF)

# Changed inputs: a short run from a fixed seed as a test; script/fuzz runs it longer.
file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS tests/fuzz/*.cpp)
add_executable(fuzz ${FUZZ_SOURCES} tests/support/packs.cpp)
target_include_directories(fuzz PRIVATE tests)
target_compile_definitions(fuzz PRIVATE PROJECT_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(fuzz PRIVATE styrkedja_core)
add_test(NAME fuzz COMMAND fuzz --rounds 3000 --seed 1)

# Municipalities by seeds, over faulty stores and a simulated disk: some hundred as a test; script/fuzz plays more.
file(GLOB SIMULATION_SOURCES CONFIGURE_DEPENDS tests/simulation/*.cpp)
set(SIMULATION_TESTS ${SIMULATION_SOURCES})
list(FILTER SIMULATION_SOURCES EXCLUDE REGEX "_test\\.cpp$")
list(FILTER SIMULATION_TESTS EXCLUDE REGEX "/main\\.cpp$")
styrkedja_tests(seeds ${SIMULATION_TESTS})
target_include_directories(test_seeds PRIVATE tests)
add_executable(simulation ${SIMULATION_SOURCES})
target_include_directories(simulation PRIVATE tests)
target_link_libraries(simulation PRIVATE styrkedja_core)
add_test(NAME simulation COMMAND simulation --seeds 300)

# Programs that write to real stores are killed, and PostgreSQL is; script/kill-loop does it for longer.
file(GLOB KILL_SOURCES CONFIGURE_DEPENDS tests/kill/*.cpp)
add_executable(kill_loop ${KILL_SOURCES} tests/support/postgres_cluster.cpp)
target_include_directories(kill_loop PRIVATE tests)
target_link_libraries(kill_loop PRIVATE styrkedja_core)
foreach(BACKEND sqlite postgres)
    add_test(NAME kill_${BACKEND} COMMAND kill_loop --rounds 10 --backend ${BACKEND})
    set_tests_properties(kill_${BACKEND} PROPERTIES SKIP_RETURN_CODE 77)
endforeach()

# The program itself, over its command line, and its pages in a real browser.
add_test(NAME journeys COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/cli.py $<TARGET_FILE:styrkedja>)
add_test(NAME operator COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/store.py $<TARGET_FILE:styrkedja>)
add_test(NAME ledger COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/ledger.py $<TARGET_FILE:styrkedja>)
add_test(NAME browser COMMAND ${CMAKE_SOURCE_DIR}/tests/browser/run $<TARGET_FILE:styrkedja>)
add_test(NAME sheets COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/sheets.py $<TARGET_FILE:styrkedja>)
add_test(NAME entry COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/entry.py $<TARGET_FILE:styrkedja>)
add_test(NAME docx COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/docx.py $<TARGET_FILE:styrkedja>)
# A log is proved by another program than the one that wrote it.
add_test(NAME verify_log COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/journeys/verify_log.py)

# script/failover: a program that writes while servers die. Built when asked for by name.
add_executable(store_writer EXCLUDE_FROM_ALL tests/failover/writer.cpp)
target_include_directories(store_writer PRIVATE tests)
target_link_libraries(store_writer PRIVATE styrkedja_core)
