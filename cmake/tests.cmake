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
file(GLOB SPANNING_TESTS CONFIGURE_DEPENDS tests/*_test.cpp tests/support/*.cpp)
styrkedja_tests(whole ${SPANNING_TESTS})
target_include_directories(test_whole PRIVATE tests)
